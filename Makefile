# The verbs of the project. Each installs what it needs first (scripts/setup.sh) and does nothing twice.
# More options: make site ARGS="--branch demo", make test ARGS="-k links", make serve BRANCH=ningxia

.DEFAULT_GOAL := help
.PHONY: help site part touched join serve check test fuzz mutate lighthouse pictures lint format bench bench-edit bench-import bench-search bench-handbook sbom audit clean

BIN := .venv/bin
MUTATE := .venv-mutate/bin
AUDIT := .venv-audit/bin
ARGS :=
BRANCH :=

help: ## 列出全部命令 list the verbs
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

site: ## 生成全部网站到 site/ build every site into site/
	@scripts/setup.sh site
	@$(BIN)/portal build $(ARGS)

part: ## 只做一个分赛自己的部分到 made/，BRANCH=分赛编号 build the part of one branch into made/
	@scripts/setup.sh site
	@$(BIN)/portal build --part --branch $(BRANCH) --out made/$(BRANCH) $(ARGS)

touched: ## 列出 parts/ 里缺少或已过时的分赛 list the branches whose parts are missing or old
	@scripts/setup.sh site
	@$(BIN)/portal touched parts $(ARGS)

join: ## 合并 made/ 和 parts/ 为 site/，新的部分留在 parts/ join all parts into site/, keep them in parts/
	@scripts/setup.sh site
	@$(BIN)/portal join made parts $(ARGS)
	@mkdir -p parts
	@for part in made/*/; do if [ -d "$$part" ]; then rm -rf "parts/$${part#made/}" && mv "$$part" parts/; fi; done

serve: ## 本机预览，改动即见，BRANCH=从哪个分赛看起 preview on this machine
	@scripts/setup.sh site
	@$(BIN)/portal serve $(BRANCH) $(ARGS)

check: ## 检查内容，不生成网站 check the content only
	@scripts/setup.sh site
	@$(BIN)/portal check $(ARGS)

test: ## 运行全部测试 run every test
	@scripts/setup.sh test
	@# Tests wait for browsers and processes: two more at a time than there are processors. They start the program
	@# hundreds of times: its byte code is kept, whatever is usual here. What comes first is told in tests/conftest.py:
	@# by themselves groups would, among them those that wait for the site.
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest --numprocesses $$(($$(nproc) + 2)) --dist loadgroup --no-loadscope-reorder $(ARGS)

fuzz: ## 用怪异的输入考验程序，见 docs/fuzzing.md try the program with odd inputs
	@scripts/setup.sh test
	@$(BIN)/python -m tests.fuzz $(ARGS)

mutate: ## 改坏程序，看测试是否发现，见 docs/mutation.md break the program and see whether the tests notice
	@scripts/setup.sh mutate
	@$(MUTATE)/python -m tests.mutate $(ARGS)

lighthouse: ## 用 Lighthouse 检查十种网页，先要 make site look at ten kinds of pages with Lighthouse, after make site
	@scripts/setup.sh lighthouse
	@$(BIN)/python -m tests.web.lighthouse $(ARGS)

pictures: ## 重做 README 里的图，先要 make site the pictures of README, after make site
	@scripts/setup.sh test
	@$(BIN)/python -m tests.web.pictures

lint: ## 检查程序的写法和类型 check style and types of the program
	@scripts/setup.sh lint
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo "run: make format"; exit 1; }
	@$(BIN)/mypy

format: ## 整理程序的格式 format the program
	@scripts/setup.sh lint
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

bench: ## 测量生成的快慢，与 Hugo 对照 measure builds beside Hugo
	@scripts/setup.sh site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	@$(BIN)/python -m benchmarks.portal $(ARGS)

bench-edit: ## 测量预览：从保存到浏览器里看见 measure the preview: from saving to seeing
	@scripts/setup.sh test
	@$(BIN)/python -m benchmarks.edit $(ARGS)

bench-import: ## 通知导入的得分：对、错、标出、漏掉 score the importer of notices
	@scripts/setup.sh test
	@$(BIN)/python -m tests.intake $(ARGS)

bench-search: ## 测量搜索，与 Pagefind 对照 measure the search beside Pagefind
	@scripts/setup.sh test
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	@$(BIN)/python -m benchmarks.search $(ARGS)

bench-handbook: ## 测量手册，与 WeasyPrint、Typst 对照 measure books beside plain WeasyPrint and Typst
	@scripts/setup.sh site
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement benchmarks/requirements.txt
	@$(BIN)/python -m benchmarks.handbook --peers $(ARGS)

sbom: ## 软件物料清单，写入 build/sbom.cdx.json list the packages that the program needs (CycloneDX)
	@scripts/setup.sh audit
	@mkdir -p build
	@$(AUDIT)/python -W ignore -m cyclonedx_py requirements requirements.txt --pyproject pyproject.toml \
		--output-reproducible --validate --of JSON --output-file build/sbom.cdx.json $(ARGS)

audit: ## 查已知的漏洞 look for known vulnerabilities in those packages
	@scripts/setup.sh audit
	@$(AUDIT)/python scripts/audit.py $(ARGS)

clean: ## 删除生成的文件 remove what was generated
	@rm -rf site site.* made parts build .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +

"""Fragments that inputs are made of, as data. `{call}` runs a script, `{url}` is on another host, `{word}` a word."""

from __future__ import annotations

CALLS = (
    "window.__canary('{word}')",
    "top['__canary']('{word}')",
    "__canary`{word}`",
    "self[`__can`+`ary`]('{word}')",
    "__canary(&quot;{word}&quot;)",
    "&#95;&#x5f;canary&lpar;&apos;{word}&apos;&rpar;",
    "\\u005f\\u005fcanary('{word}')",
    "eval(atob('X19jYW5hcnkoJw==')+'{word}'+atob('Jyk='))",
)
"""Ways to call the canary."""

SCHEMES = (
    "javascript:",
    "JaVaScRiPt:",
    "java\tscript:",
    "java&#10;script:",
    "&#106;avascript&colon;",
    "\x01javascript:",
    " javascript:",
    "javascript&NewLine;:",
    "vbscript:",
    "javascript:/*--></title></style></textarea></script>*/",
    "javascript://%0a",
    "javascript%3a",
    "feed:javascript:",
)

HTML = (
    # Elements that run by themselves
    "<script>{call}</script>",
    "<ScRiPt >{call}</sCrIpT >",
    "<script src={url}></script>",
    "<script src=//canary.example/{word}.js>",
    "<scr<script>ipt>{call}</scr</script>ipt>",
    "<script\x0c>{call}</script\n>",
    '<img src=x onerror="{call}">',
    "<img/src=x/onerror={call}//",
    "<img src='{url}' srcset='{url} 2x'>",
    "<img src=x:x onerror\n=\n{call}>",
    '<img """><script>{call}</script>">',
    '<svg onload="{call}">',
    "<svg/onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><script href=data:text/javascript,{call} />",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<svg><a><animate attributeName=href values=javascript:{call} /><text x=20 y=20>甲</text></a></svg>",
    "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg onload={call}>#x'></svg>",
    '<svg><foreignObject><body onload="{call}"></foreignObject></svg>',
    "<svg><image href='{url}' /><feImage href='{url}' /></svg>",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror={call}&gt;">',
    '<math href="javascript:{call}">甲</math>',
    "<math><annotation-xml encoding=text/html><img src onerror={call}></annotation-xml></math>",
    "<iframe src='javascript:{call}'></iframe>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<iframe src={url}></iframe>",
    "<object data='javascript:{call}'></object>",
    "<object data={url}></object>",
    "<embed src={url}>",
    "<video src={url} poster={url} onerror={call} autoplay><source onerror={call}></video>",
    "<audio src={url} onerror={call} autoplay>",
    "<details open ontoggle={call}>甲</details>",
    "<input autofocus onfocus={call}>",
    "<input type=image src={url}>",
    "<select autofocus onfocus={call}>",
    "<body onload={call}>",
    "<body background={url}>",
    "<table background={url}><tr><td background={url}>甲</table>",
    "<marquee onstart={call}>甲</marquee>",
    "<link rel=stylesheet href={url}>",
    "<link rel=prefetch href={url}><link rel=preload as=image href={url}><link rel=icon href={url}>",
    "<style>@import '{url}';</style>",
    "<style>*{background:url({url})}</style>",
    "<p style='background:url({url})'>甲</p>",
    "<td style='text-align: left; background: url({url})'>甲",
    "<div style='width:expression({call});behavior:url({url})'>甲</div>",
    "<meta http-equiv=refresh content='0;url={url}'>",
    "<meta http-equiv=refresh content='0;url=javascript:{call}'>",
    "<base href={url}>",
    "<form action=javascript:{call}><button>甲</button></form>",
    "<form><button formaction=javascript:{call}>甲</button></form>",
    "<a href=javascript:{call}>甲</a>",
    "<a href='{url}' ping='{url}'>甲</a>",
    "<a href=# onclick={call} onmouseover={call}>甲</a>",
    "<a href='data:text/html,<script>opener.{call}</script>' target=_blank>甲</a>",
    "<p onpointerenter={call} style=position:fixed;inset:0 tabindex=0 onfocus={call}>甲</p>",
    "<x onclick={call} contenteditable>甲</x>",
    "<button popovertarget=x onclick={call}>甲</button><div popover id=x onbeforetoggle={call}>乙</div>",
    "<template><script>{call}</script></template>",
    "<template shadowrootmode=open><img src=x onerror={call}></template>",
    "<dialog open onclose={call}><form method=dialog><button>甲</button></form></dialog>",
    # What one parser reads otherwise than another
    '<noscript><p title="</noscript><img src=x onerror={call}>">',
    "<noembed><img title='</noembed><img src onerror={call}>'></noembed>",
    "<textarea><img title='</textarea><img src onerror={call}>'></textarea>",
    "<title><img title='</title><img src onerror={call}>'></title>",
    "<xmp><p title='</xmp><svg/onload={call}>'>",
    "<style><style /><img src=x onerror={call}>",
    "<svg></p><style><a id='</style><img src=1 onerror={call}>'>",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror={call}>",
    "<math><mi><mglyph><svg><mtext><style><path id='</style><img onerror={call} src>'>",
    "<!--><img src=x onerror={call}>-->",
    "<!--!><img src=x onerror={call}>--!>",
    "<![CDATA[><img src=x onerror={call}>]]>",
    "<?xml-stylesheet href='{url}'?><?php <img src=x onerror={call}>?>",
    "<!DOCTYPE html [<!ENTITY x SYSTEM '{url}'>]>&x;",
    "</p></main></body></html><script>{call}</script>",
    "<p/=/onclick={call}>甲",
    "<a href='x' title='\"><img src=x onerror={call}>'>甲</a>",
    "<code><script>{call}</script></code>",
    "&lt;script&gt;{call}&lt;/script&gt;",
    "&amp;lt;img src=x onerror={call}&amp;gt;",
    "\ufeff<script>{call}</script>",
    "＜script＞{call}＜/script＞",
    "<ſcript>{call}</ſcript><ımg src=x onerror={call}>",
)

MARKDOWN_HTML = (
    "[甲]({scheme}{call})",
    "[甲](<{scheme}{call}>)",
    "[甲]({scheme}{call} '乙')",
    "<{scheme}{call}>",
    "[甲][x]\n\n[x]: {scheme}{call}",
    "[甲](https://apply.example/ '\"onmouseover={call} x=\"')",
    '[甲](record:cases"onmouseover={call})',
    "`<script>{call}</script>`",
    "```{call} onclick={call}\n<script>{call}</script>\n```",
    '~~~ {.x onclick="{call}"}\n甲\n~~~',
    "## 标题 <img src=x onerror={call}>",
    '## 标题 {#x" onclick={call}}',
    "| <script>{call}</script> | 乙 |\n| --- | --- |\n| <img src=x onerror={call}> | [丙]({scheme}{call}) |",
    "术语 <svg/onload={call}>\n:   <img src=x onerror={call}>",
    "> <script>\n> {call}\n> </script>",
    "- <img\n  src=x\n  onerror={call}>",
    "*<b onclick={call}>*甲*</b>*",
    '[![甲](x"onerror={call})]({scheme}{call})',
    '![甲"onerror={call} x="](data:image/svg+xml,<svg/onload={call}>)',
    "![甲]({url})",
    "\x02klzzwxh:0000\x03 \x02amp\x03 <script>{call}</script>",
    "<p markdown=1>**<img src=x onerror={call}>**</p>",
)

TITLES = (
    "甲</script><script>{call}</script>",
    "甲</title><script>{call}</script>",
    "甲<img src=x onerror={call}>",
    '甲" onmouseover="{call}" x="',
    "甲' onmouseover='{call}' x='",
    "甲]]><script>{call}</script>",
    "甲--><script>{call}</script>",
    "甲{{ 7*7 }}{% raw %}{{ config }}{word}",
    "{{ cycler.__init__.__globals__.os.popen('id') }}",
    "{% include '/etc/passwd' %}",
    "${7*7}<%= 7*7 %>#{7*7}{word}",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("{url}","甲")',
    "+1+1{word}",
    "-2+3+{word}",
    "@SUM(1+1)*{word}",
    "＝1＋1{word}",
    "甲\\u003c/script\\u003e{call}",
    "甲\\nATTACH:{url}\\nX-CANARY:1",
    "甲\r\nBEGIN:VALARM\r\nX-CANARY:1\r\nEND:VALARM",
    "甲\nX-CANARY:1",
    '甲,乙;丙\\丁"戊',
    "甲\u202e乙\u2066丙\u200b丁{word}",
    "甲<!--<script>{call}",
    "&lt;script&gt;{call}&lt;/script&gt;",
    "javascript:{call}",
    "甲" * 3000,
    "Z̸̛͚̠͔͝" * 60,
    "👩‍👩‍👧‍👦🏴\U000e0067\U000e0062\U000e007f𠮷𝒳",
    "ﷺ" * 40,
    "%s%d%n%(x)s{0}{__class__}",
    "../../../../etc/passwd",
    "CON",
    "x" * 20_000,
    "\u0000\u0001甲",
    "\ud7ff\ufdd0\ufffe甲",
)
"""What may stand in any text of a record."""

YAML = (
    *(
        "null¦~¦true¦yes¦no¦on¦0¦-1¦010¦0x1f¦0b11¦0o7¦1_000¦1e400¦-1e-400¦.inf¦-.inf¦.nan¦9999999999999999999999999¦"
        "12:30:45¦2026-02-30¦2026-13-01¦0001-01-01¦9999-12-31¦2026-06-01T12:00:00Z¦2026-06-01 25:61:61¦2026-1-1¦"
        "99999-01-01¦=¦<<¦!!python/object:os.system x¦!!binary aGk=¦!!binary '*'¦!!set {甲, 乙}¦!!omap [甲: 1]¦"
        "!!pairs [甲: 1]¦!!float 甲¦!!int 甲¦!!bool 甲¦!!null 甲¦!!timestamp 甲¦!!str 1¦!!map [1]¦!!seq {a: 1}¦!甲 乙¦"
        "!<tag:x> 乙¦! 甲¦&a 甲¦*a¦&a [*a]¦&a {b: *a}¦[&x 1, *x, *x]¦{<<: {title: 甲}}¦{<<: [1, 2]}¦{<<: 甲}¦"
        "{? 甲 : 乙}¦{? [甲] : 乙}¦"
        '{[1]: 2}¦{{{{}}}}¦[[[[[[[[]]]]]]]]¦"\\x00"¦"\\ud800"¦"\\U0010ffff"¦"\\uFFFE"¦"甲\\r\\n乙"¦'
        "'甲''乙'¦'甲¦\"甲¦|¦>¦|9¦>-+¦- 甲¦甲: 乙: 丙¦@甲¦`甲`¦%YAML 1.1¦--- 甲¦...¦#¦[甲, 乙¦{甲¦\t甲¦甲\t¦：¦，¦"
        "{}¦[]¦\"\"¦''¦[null]¦[{}]¦{a: null}¦[[], [[]]]¦{title: {title: {title: 1}}}"
    ).split("¦"),
    "9" * 5000,
    "[" * 60 + "]" * 60,
    "[" * 3000,
    "1" * 400 + ".0",
)
"""Values as they stand after a key."""

SHAPES = (
    None,
    True,
    0,
    -1,
    10**30,
    10**400,
    1.5,
    float("nan"),
    float("inf"),
    "",
    " ",
    "甲",
    "甲" * 5000,
    [],
    [None],
    [[]],
    ["甲", 1, None],
    {},
    {"甲": "乙"},
    {"": {}},
    [{"甲": "乙"}],
    {1: 2, None: 3, "": 4},
)
"""Values of every shape, for each field of the models."""

MARKDOWN = (
    "# 一\n\n## 二\n\n### 三\n\n#### 四\n\n##### 五\n\n###### 六\n",
    "标题\n===\n\n标题\n---\n",
    "**粗** *斜* ***两样*** ~~删~~ `码` ``码`码`` H~2~O x^2^",
    "- 一\n    - 二\n        - 三\n            1. 四\n                - 五\n",
    "1. 一\n1. 二\n7. 七\n\n   段\n\n* 甲\n+ 乙\n",
    "> 引\n>> 引\n>>> 引\n> - 甲\n",
    "| 甲 | 乙 |\n| :-- | --: |\n| 1 | 2 | 3 |\n| 1 |\n| \\| | `|` |\n",
    "```python\nprint(1)\n```\n\n~~~\n没有结束",
    "术语\n:   解释\n\n    第二段\n\n甲\n: 乙\n",
    "甲  \n乙\\\n丙\n\n---\n\n***\n",
    "[甲](record:tracks) [乙](record:/alpha/2026/guide) [丙](#顶) <https://apply.example/> <office@example.org>",
    "[甲][] [甲] [甲][乙]\n\n[甲]: https://apply.example/ '丙'\n",
    "甲[^1]\n\n[^1]: 脚注\n\n*[HTML]: 甲\n",
    "[TOC]\n\n[[_TOC_]]\n\n{: .x #y }\n\n!!! note\n    甲\n\n??? x\n    乙\n",
    "<div markdown>\n\n**甲**\n\n</div>\n",
    "&amp; &nbsp; &#0; &#x110000; &#xD800; &unknown; &lt;\n",
    "\\\\ \\` \\* \\_ \\{ \\} \\[ \\] \\( \\) \\# \\+ \\- \\. \\! \\甲",
    "\u3000\u3000甲\n\u3000\u3000乙\n\n\xa0\xa0丙",
    "$x^2$ $$\\sum$$ \\(x\\) :smile: ==甲== ++乙++ ^^丙^^",
    "- [ ] 甲\n- [x] 乙\n",
    "甲\x0c乙\x0b丙\x85丁\u2028戊\u2029己",
    "\u202e反\u202c \u200f右\u200e \ufeff\u00ad",
)
"""Every construct."""

REPEATED = (
    *(
        "[¦]¦![¦(¦<¦<a¦<!--¦&¦*¦_¦**¦`¦``¦~¦~~~\n¦> ¦- ¦1. ¦    ¦[a](¦[a][¦[![¦[a]: x\n¦*a_¦**a *b ¦_a*¦<x>¦</x>¦<p>¦"
        "<div>\n\n¦<br¦\\¦\\[¦|¦|a¦| - ¦|\n|-\n¦#¦# \n¦---\n¦===\n¦:   a\n¦\n\n¦\n    ¦\n- ¦\n> ¦a\n=\n¦&#¦&#x¦![a](b)¦"
        "[a](b)¦<http://a>¦http://a ¦a@b.c ¦{¦{{¦{%¦[^a]¦*[a]: b\n¦\x02¦\x03¦\x02klzzwxh:0000\x03¦\t¦\r¦\u3000¦甲¦"
        "甲 ¦*甲*¦`甲`¦<甲>¦'¦\"¦''¦``'"
    ).split("¦"),
)
"""Fragments that are repeated until something gives way."""

NESTED = (
    ("> ", ""),
    ("- ", ""),
    ("[", "](x)"),
    ("**", "**"),
    ("*a ", " a*"),
    ("<div>", "</div>"),
    ("(", ")"),
    ("`", "`"),
)
"""What opens and what closes."""

FRONT = (
    b"",
    b"---\n",
    b"---\n---\n",
    b"----\n{}\n---\n",
    b"---\n\n---\n\xe6\xad\xa3\xe6\x96\x87",
    b"\xef\xbb\xbf---\r\ntitle: \xe7\x94\xb2\r\ndate: 2026-06-20\r\n---\r\n\xe7\x94\xb2\r\n",
    b"---\rtitle: a\rdate: 2026-06-20\r---\ra",
    b"---\ntitle: a\ndate: 2026-06-20\n--- \n---\n---\n",
    b"---\n- a\n---\n",
    b"---\na\n---\n",
    b"---\ntitle: a\n...\n---\n",
    b"---\n%TAG ! x\n---\n",
    b"---\n--- a\n--- b\n---\n",
    b"\x00" * 100,
    b"\xff\xfe-\x00-\x00-\x00",
    b"---\ntitle: \xd6\xd0\xce\xc4\n---\n",
    b"---\ntitle: \xed\xa0\x80\n---\n",
    b"---\n" + b"a: " * 500 + b"\n---\n",
    b"---\n" + b"a:\n" + b"".join(b" " * n + b"a:\n" for n in range(1, 400)) + b"---\n",
    b"---\na: &a [x,x,x,x,x,x,x,x,x]\n"
    + b"".join(b"%c: &%c [%s]\n" % (n + 1, n + 1, b",".join([b"*%c" % n] * 9)) for n in range(97, 110))
    + b"---\n",
    b"---\ntitle: " + b"[" * 100_000 + b"\n---\n",
    b"---\n" + b"? " * 5000 + b"\n---\n",
    b"---\n" + b"- " * 5000 + b"\n---\n",
    b"---\ntitle: " + b"9" * 100_000 + b"\n---\n",
    b"---\n" + b"".join(b"k%d: v\n" % n for n in range(30_000)) + b"---\n",
)
"""Beginnings of files, whole files among them."""

NAMES = (
    *(
        "CON¦nul¦aux.md¦甲.md¦a b.md¦A.md¦a.MD¦a.md.¦a.md ¦.a.md¦_a.md¦..a.md¦...¦~a.md¦a%2e%2e.md¦a%00.md¦a;b.md¦"
        "a&b.md¦a'b.md¦a\"b.md¦a<b>.md¦a\\b.md¦a:b.md¦a|b.md¦a?b.md¦a*b.md¦a\nb.md¦a\tb.md¦a\rb.md¦\x01.md¦\x7f.md¦"
        "a\u202eb.md¦a\u2028b.md¦\ufeffa.md¦é.md¦é.md¦ａ.md¦İ.md¦ß.md¦👩\u200d👧.md¦-a.md¦--help¦a--b.md¦-.md¦a-.md¦"
        "index.md¦Index.md¦404.md¦readme.md¦search.md¦assets¦sitemap.xml¦robots.txt¦index.html¦{{x}}.md¦{%x%}.md¦"
        "$(id).md¦`id`.md¦a.md~¦a.md.bak¦#a.md#¦Thumbs.db¦.DS_Store¦a.txt¦a.csv¦a.docx¦a.yml¦a.yaml¦a.markdown¦a.html¦"
        "a.svg¦a.gif¦a.png¦a.heic¦a¦2026¦01-a¦2026-06-21-b.md¦2026-99-99-b.md¦05-B.md¦99-b.md¦1-b.md¦0١-b.md¦"
        "2026-06-２1-b.md"
    ).split("¦"),
    "x" * 240 + ".md",
    "甲" * 80 + ".md",
    "\udcff\udcfe.md",
)
"""Names of files and folders; the last one is no UTF-8."""

PLACES = (
    "content",
    "content/beta",
    "content/beta/2026",
    "content/beta/2026/cases",
    "content/beta/2026/notices",
    "content/beta/2026/pages",
    "content/beta/2026/tracks",
    "content/alpha/2026/cases/night-bus",
    "branches",
    "branches/beta",
    "branches/beta/assets",
)

SVG = (
    '<svg {svg} onload="{call}"><rect width="9" height="9"/></svg>',
    "<svg {svg}><script>{call}</script></svg>",
    '<svg {svg} xmlns:x="http://www.w3.org/1999/xlink"><image x:href="{url}"/></svg>',
    '<svg {svg}><style>@import "{url}";rect{fill:url({url})}</style><rect/></svg>',
    '<svg {svg}><foreignObject><i xmlns="http://www.w3.org/1999/xhtml" onclick="{call}"/></foreignObject></svg>',
    '<svg {svg}><a href="javascript:{call}"><rect width="9" height="9"/></a></svg>',
    '<svg {svg}><set attributeName="onmouseover" to="{call}"/><animate onbegin="{call}"/></svg>',
    '<svg {svg}><handler xmlns="http://www.w3.org/2001/xml-events">{call}</handler></svg>',
    '<?xml version="1.0"?><?xml-stylesheet href="{url}"?><svg {svg}/>',
    '<!DOCTYPE svg [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;&a;">]><svg {svg}><text>&b;</text></svg>',
    '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg {svg}><text>&a;</text></svg>',
    '<svg {svg}><use href="{url}#a"/><filter><feImage href="{url}"/></filter></svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>{call}</s:script></s:svg>',
    '<html xmlns="http://www.w3.org/1999/xhtml"><script>{call}</script></html>',
    "<svg {svg}>" + "<g>" * 3000 + "</g>" * 3000 + "</svg>",
    '<svg {svg}><rect width="9" height="9"/></svg>',
    '<svg {svg}><rect width="9" height="9"',
    "",
    "GIF89a",
)

OTHERS = (
    ("data.csv", b"\xef\xbb\xbf=1+1,{word}\r\n"),
    ("table.xlsx", b"PK\x03\x04{word}"),
    ("page.html", b"<script>{call}</script>"),
    ("script.js", b"window.__canary('{word}')"),
    ("feed.xml", b"<a>{word}</a>"),
    (".htaccess", b"Options +Indexes # {word}"),
    (".env", b"TOKEN={word}"),
    (".git/config", b"[remote] {word}"),
    ("note.txt", b"{word}"),
    ("draft.docx", b"PK{word}"),
    ("index.md.swp", b"{word}"),
    ("README.md", b"# {word}"),
    ("mkdocs.yml", b"site_name: {word}"),
    ("templates/base.html", b"<script>{call}</script>"),
)
"""Files in odd places: name and content."""

#!/bin/sh
# Make templates/shell/assets/js/vendor/yaml.js anew: the reader of YAML of the editor page, pinned by version and hash.
# Needs Node and npm; nothing else of the project does. A new version: change the four lines and run it.
set -eu
version=2.9.1
yaml=4ef6c54cf559b8a207b7b518378230805a1c84af239b14960e8c67c7d59de5d3
bundler=0.28.2
names="isAlias, isMap, isPair, isScalar, isSeq, parseDocument"

cd "$(dirname "$0")/.."
out=$PWD/templates/shell/assets/js/vendor/yaml.js
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "yaml@$version" >/dev/null
echo "$yaml  yaml-$version.tgz" | sha256sum --check --quiet
tar xzf "yaml-$version.tgz"
echo "export { $names } from './package/browser/index.js';" >entry.js
npm install --silent --no-save --prefix . "esbuild@$bundler" >/dev/null
node_modules/.bin/esbuild entry.js --bundle --format=iife --global-name=YAML --minify --target=es2020 \
    --legal-comments=none --log-level=warning --outfile=yaml.js
{
    printf '/*! yaml %s, https://github.com/eemeli/yaml, made by scripts/vendor-yaml.sh.\n\n' "$version"
    cat package/LICENSE
    printf '*/\n'
    cat yaml.js
} >"$out"
sha256sum "$out"

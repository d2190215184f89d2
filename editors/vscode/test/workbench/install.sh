#!/bin/sh
# Install the workbench of Visual Studio Code (code-server, from npm) into a directory, for the tests of the extension.
# Needs npm, the headers of Node.js in /usr/include/node (or set npm_config_nodedir) and a C++ compiler.
set -eu
directory=${1:?usage: install.sh DIRECTORY}
mkdir -p "$directory"
cd "$directory"
export npm_config_nodedir="${npm_config_nodedir:-/usr}" npm_config_audit=false npm_config_fund=false
npm install --silent --ignore-scripts code-server@4.100.3
cat >node_modules/argon2/argon2.js <<'STUB'
// Passwords are not used here, and the package would have to be compiled.
module.exports = { hash: async (text) => text, verify: async () => true, needsRehash: () => false, argon2id: 2 };
STUB
if [ -f node_modules/argon2/argon2.cjs ]; then cp node_modules/argon2/argon2.js node_modules/argon2/argon2.cjs; fi
cd node_modules/code-server/lib/vscode
npm install --silent --omit=dev --ignore-scripts
(cd extensions && npm install --silent --omit=dev --ignore-scripts)
npm rebuild --silent @vscode/spdlog native-watchdog @parcel/watcher
ln -sfn node_modules node_modules.asar
echo "CODE_SERVER=$directory/node_modules/code-server/out/node/entry.js"

root=$PWD state=$PWD/.workout logs=$PWD/artifacts/logs
set -euo pipefail
for part in steps requirements packages npm build; do . "scripts/$part.sh"; done
setup run
choice_rows | sort

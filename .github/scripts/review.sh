#!/usr/bin/env bash
# Creates, updates or removes the stack pr-<number> of a pull request, with the settings in Pulumi.review.yaml.
#
#   review.sh <number> up
#   review.sh <number> down
#
# SECRETS_PROVIDER and PERMISSIONS_BOUNDARY are outputs of the bootstrap stack. Exit code: Pulumi's; 2 invalid arguments.
set -euo pipefail

refuse() {
    printf '%s\n' "$*" >&2
    exit 2
}

number=${1:-} action=${2:-}
[[ $number =~ ^[1-9][0-9]{0,8}$ ]] || refuse "The pull request must be a whole number; got \"$number\". Usage: $0 <number> up|down"
[[ $action = up || $action = down ]] || refuse "The action must be up or down; got \"$action\". Usage: $0 <number> up|down"
[[ -n ${SECRETS_PROVIDER:-} && -n ${PERMISSIONS_BOUNDARY:-} ]] ||
    refuse "SECRETS_PROVIDER and PERMISSIONS_BOUNDARY must be set to the outputs SecretsProvider and BoundaryArn of the bootstrap stack."

# Each run writes the settings again, because the checkout of an earlier run is gone. Pulumi then creates a new key for secrets.
stack=pr-$number
trap 'rm -f "Pulumi.$stack.yaml"' EXIT
{
    printf 'secretsprovider: %s\n' "$SECRETS_PROVIDER"
    cat Pulumi.review.yaml
    printf '  workout-log:permissionsBoundary: %s\n' "$PERMISSIONS_BOUNDARY"
} >"Pulumi.$stack.yaml"

if [ "$action" = up ]; then
    pulumi stack select "$stack" --create --non-interactive --secrets-provider "$SECRETS_PROVIDER"
    pulumi up --yes --skip-preview --non-interactive --stack "$stack"
    printf 'The stack %s is available at %s\n' "$stack" "$(pulumi stack output apiUrl --stack "$stack")" | tee -a "${GITHUB_STEP_SUMMARY:-/dev/null}"
    exit
fi

stacks=$(pulumi stack ls --json)
if jq -e --arg stack "$stack" 'any(.[]; .name == $stack)' <<<"$stacks" >/dev/null; then
    pulumi destroy --yes --skip-preview --non-interactive --stack "$stack" --remove
else
    printf 'The stack %s does not exist; nothing to remove.\n' "$stack"
fi

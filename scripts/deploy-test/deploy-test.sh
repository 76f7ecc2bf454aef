#!/bin/sh
# Builds a clean clone of what is committed with Netlify's own build, without the network, and runs each function as
# it was packed on every Node that Netlify may run it on. `npm run deploy-test` runs it, and so does the workflow. Its
# tools, named in package.json beside it, take 500 MB in .netlify/deploy-test.
set -eux
export ASTRO_TELEMETRY_DISABLED=1
tools=$PWD/.netlify/deploy-test
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
mkdir -p "$tools"
cp scripts/deploy-test/package.json "$tools"
npm install --prefix "$tools" --prefer-offline --no-audit
git clone --quiet . "$clone"
npm ci --prefix "$clone" --prefer-offline
NETLIFY=true node "$tools/node_modules/@netlify/build/bin.js" \
	--offline --context production --repositoryRoot "$clone" --cwd "$clone"
export DEPLOYED="$clone" NODES="$tools/node_modules/node-22/bin/node,$(command -v node)"
vitest run --project functions deployed

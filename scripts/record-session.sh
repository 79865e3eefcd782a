#!/bin/sh
# Records what emic code shows, under tmux at 80 by 24, on a copy of the study practice, into docs/coding.md:
#
#     sh scripts/record-session.sh        after `npm run build`
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
if ! command -v tmux > /dev/null; then
  echo "record-session.sh needs tmux (Debian: apt install tmux); docs/coding.md stays as it is" >&2
  exit 1
fi
folder=$(mktemp -d)
socket="emic-record-$$"
trap 'tmux -L "$socket" kill-server 2> /dev/null || true; rm -rf "$folder"' EXIT
cp -r "$root/corpus" "$root/codebooks" "$folder"
rm -f "$folder"/corpus/practice/codings/2/interview-2/ana.jsonl

# What has to be on the screen before more is typed.
shows() {
  tries=0
  until tmux -L "$socket" capture-pane -p | grep -q "$1"; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "the screen does not show: $1" >&2; exit 1; }
    sleep 0.1
  done
}
keys() { tmux -L "$socket" send-keys "$@"; }
frame() {
  printf '\n%s\n\n```text\n' "$1"
  tmux -L "$socket" capture-pane -p | sed -e 's/ *$//' -e '/./,$!d' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'
  printf '```\n'
}

tmux -L "$socket" -f /dev/null new-session -d -x 80 -y 24 -c "$folder" \
  "NO_COLOR= node '$root/dist/cli/emic.js' code interview-2 --rater ana --round 2"
shows 'read 0%'
{
  keys J J J; shows 'turn 4/'
  keys j j s s; keys c; shows 'enter takes it'
  keys s k i; shows 'Pride in skill'
  frame 'Two sentences are selected; `c` and three letters find a code:'
  keys Enter; shows 'Coded pride-in-skill'
  keys m; shows 'Memo on'; keys -l 'By ear, before he looks'; keys Enter; shows 'kept'
  frame 'It is coded, and has a memo:'
} > "$folder/recorded.md"
keys q
awk -v from="$folder/recorded.md" '
  /<!-- recorded -->/ { print; while ((getline line < from) > 0) print line; print ""; skip = 1; next }
  /<!-- \/recorded -->/ { skip = 0 }
  !skip { print }
' "$root/docs/coding.md" > "$folder/coding.md"
cat "$folder/coding.md" > "$root/docs/coding.md"
echo "docs/coding.md: recorded"

#!/usr/bin/env bash
# Sanitizes untrusted Markdown for a comment by the bot of this repository. Sourced by comment.sh.

occurrences() { { grep -o -- "$1" <<<"$2" || true; } | wc -l; }

# sanitize <bytes>: reads Markdown and prints at most that many bytes. Disables mentions (@name), images and HTML comments, and closes
# open code blocks and <details>.
sanitize() {
    local text fences open
    text=$(head -c "$1" | iconv -f UTF-8 -t UTF-8 -c | tr -d '\000-\010\013-\037\177' |
        sed -e $'s/@/@\xe2\x80\x8b/g' -e 's/!\[/[/g' -e 's/<!--/\&lt;!--/g' -e 's/<\([Ii][Mm][Gg]\|[Pp][Ii][Cc][Tt]\|[Vv][Ii][Dd]\)/\&lt;\1/g')
    printf '%s\n' "$text"
    fences=$(grep -c '^ *```' <<<"$text" || true)
    [ $((fences % 2)) = 0 ] || printf '```\n'
    open=$(($(occurrences '<details' "$text") - $(occurrences '</details' "$text")))
    for (( ; open > 0; open--)); do printf '</details>\n'; done
}

# What the tools of an assistant say beside what the command says.

mcp-silent = The record cannot answer this: { $measure } is held from { $first } to { $last }, and what was asked lies beyond it or in a part that is not covered. Say so; do not take a number from elsewhere.

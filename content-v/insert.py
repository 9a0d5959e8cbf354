"""Puts blocks behind the questions they vary: insert.py LESSON BLOCKS"""
import re, sys
lesson, blocks = sys.argv[1], sys.argv[2]
text = open(lesson).read().rstrip("\n") + "\n"
parts = re.split(r"(?m)^(?=## )", text)
new = re.split(r"(?m)^(?=@@ |## )", open(blocks).read())
after = None
for block in new:
    if not block.strip():
        continue
    if block.startswith("@@ "):      # "@@ before ID" / "@@ after ID" for shown questions
        _, where, ident = block.split()[:3]
        after = (where, ident)
        continue
    block = block.rstrip("\n") + "\n"
    heading = block.split("\n", 1)[0]
    own = re.search(r"#([\w-]+)", heading).group(1)
    assert not any(f"#{own} " in p.split("\n")[0] for p in parts), own
    m = re.search(r"variant-of=([\w-]+)", heading)
    where, ident = ("after", m.group(1)) if m else after
    def is_of(p, i):
        h = p.split("\n", 1)[0]
        return re.search(rf"\{{#{re.escape(i)} ", h) is not None or f"variant-of={i}}}" in h or f"variant-of={i} " in h
    at = [n for n, p in enumerate(parts) if is_of(p, ident)]
    assert at, ident
    index = at[0] if where == "before" else at[-1] + 1
    parts.insert(index, block)
parts = [p.rstrip("\n") + "\n" for p in parts]
open(lesson, "w").write("\n".join(parts))

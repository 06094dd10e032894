import re
import sys

TEXT = "abc[def] ghi" * 400
patterns = [r"x\d+y", r"q.*r", r"[0-9]{4}", r"g+h+j", "d.f", "[[a]d", "[a--z]"]
first = int(sys.argv[1]) if len(sys.argv) > 1 else 0
for pattern in patterns[first:]:
    found = re.search(pattern, TEXT)
    if found is not None:
        print(pattern, found.start())
        break

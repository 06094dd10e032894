import re
import sys

TEXT = "abc[def] ghi" * 200


def search(pattern):
    found = re.search(pattern, TEXT)
    return -1 if found is None else found.start()


wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 0
for pattern in ["x", "[[x]", "y", "[[z]y", "q", "abc", "[[b]"]:
    place = search(pattern)
    print(pattern, place)
    if place == wanted:
        break

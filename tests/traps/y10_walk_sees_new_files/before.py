import sys
import os


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


os.makedirs(os.path.join("tree", "a"), exist_ok=True)
os.makedirs(os.path.join("tree", "b"), exist_ok=True)
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = 0
names = []
for root, dirs, files in os.walk("tree"):
    value = burn(len(root) + len(files))
    total += value
    names.append((root, len(files), len(dirs), value))
    if root == "tree":
        for name in sorted(dirs):
            with open(os.path.join(root, name, "new.txt"), "w") as out:
                out.write("x")
print(total, sorted(names))

import os
from concurrent.futures import ThreadPoolExecutor

os.makedirs("inbox", exist_ok=True)
paths = []
for n in range(30):
    path = os.path.join("inbox", f"mail-{n:02d}.txt")
    with open(path, "w") as out:
        out.write("line\n" * (n * 13 % 29 + 1))
    paths.append(path)


def count_lines(path):
    with open(path) as lines:
        return sum(1 for _ in lines)


counts = []
with ThreadPoolExecutor(max_workers=32) as pool:
    for path, result in zip(paths, pool.map(count_lines, paths)):
        counts.append(result)
print(counts)

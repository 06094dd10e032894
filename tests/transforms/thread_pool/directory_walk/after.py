import os
from concurrent.futures import ThreadPoolExecutor

for n in range(12):
    folder = os.path.join("tree", f"part-{n % 3}")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"{n}.txt"), "w") as out:
        out.write("x" * n)


def biggest(folder):
    return max(os.path.getsize(os.path.join(folder, n)) for n in os.listdir(folder))


sizes = {}
items = list(os.walk("tree"))


def biggest_for_folder(item):
    folder, folders, files = item
    return biggest(folder)


with ThreadPoolExecutor(max_workers=32) as pool:
    for (folder, folders, files), result in zip(
        items, pool.map(biggest_for_folder, items)
    ):
        sizes[folder] = result
print(sorted(name for name in sizes))

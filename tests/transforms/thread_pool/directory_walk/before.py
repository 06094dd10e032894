import os

for n in range(12):
    folder = os.path.join("tree", f"part-{n % 3}")
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, f"{n}.txt"), "w") as out:
        out.write("x" * n)


def biggest(folder):
    return max(os.path.getsize(os.path.join(folder, n)) for n in os.listdir(folder))


sizes = {}
for folder, folders, files in os.walk("tree"):
    sizes[folder] = biggest(folder)
print(sorted(name for name in sizes))

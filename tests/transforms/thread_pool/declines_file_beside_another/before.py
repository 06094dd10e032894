import glob
import gzip
import os


def make_logs(folder, count):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        with open(os.path.join(folder, f"{number}.log"), "w") as file:
            file.writelines(f"{number} {k * 7919 % 86400}\n" for k in range(300))


def compress(path, other):
    with open(path, "rb") as file:
        data = file.read()
    packed = gzip.compress(data, 9, mtime=0)
    with open(f"{other}.gz", "wb") as file:
        file.write(packed)
    return len(data), len(packed)


def main():
    make_logs("logs", 12)
    before = after = 0
    for path in sorted(glob.glob("logs/*")):
        size, packed = compress(path, path[1:])
        before += size
        after += packed
    print(before, after)
    print(sorted(os.listdir("logs")))


main()

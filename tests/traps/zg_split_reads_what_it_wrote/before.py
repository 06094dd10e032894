import glob
import sys
import zlib


def compress(path):
    with open(path, "rb") as file:
        data = file.read()
    packed = zlib.compress(data * 300, 9)
    with open(path + ".z", "wb") as file:
        file.write(packed)
    return len(data), len(packed)


def prepare(count):
    for number in range(count):
        with open(f"{number}.log", "w") as file:
            file.write(f"{number} " * 50)
        with open(f"{number}.log.z", "w") as file:
            file.write("left by the run before")


def main():
    prepare(int(sys.argv[1]))
    for path in sorted(glob.glob("*.log*")):
        before, after = compress(path)
        print(path, before, after)


if __name__ == "__main__":
    main()

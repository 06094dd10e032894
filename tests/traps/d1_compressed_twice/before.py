import os
import sys
import zlib


def compress(path):
    with open(path, "rb") as file:
        data = file.read()
    packed = zlib.compress(data * 300, 9)
    with open(path + ".z", "wb") as file:
        file.write(packed)
    return len(data), len(packed)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
os.makedirs("logs", exist_ok=True)
for number in range(size):
    with open(f"logs/{number}.log", "w") as file:
        file.write(f"{number} " * 50)
    if size > 6:
        with open(f"logs/{number}.log.z", "w") as file:
            file.write("left by the run before")
for name in sorted(os.listdir("logs")):
    print(name, compress(os.path.join("logs", name)))

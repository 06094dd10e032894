import sys


def checksum(path):
    total = 0
    with open(path, "rb") as file:
        for byte in file.read():
            total = (total * 31 + byte) % 1_000_003
    return total


wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 0
for path in [__file__, "/dev/stdin", "/dev/stdin"]:
    value = checksum(path)
    if value % 1 == wanted:
        break
print(repr(sys.stdin.read()))

import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
seen = []


def numbers():
    for n in range(count):
        seen.append(n)
        yield n


def work(n):
    return sum(k * n % 7 for k in range(2000))


out = []
for i in numbers():
    out.append(work(i))
    print(len(seen))
print(out)

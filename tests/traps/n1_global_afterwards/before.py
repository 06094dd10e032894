import sys

x = 0.0
out = []
n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
for x in [0.5 * i for i in range(n)]:
    out.append(x * 2.0)


def late():
    return x


print(out)
if "--late" in sys.argv:
    print(late())

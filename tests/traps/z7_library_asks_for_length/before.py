import sys
import urllib.parse

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Address(object):
    def __len__(self):
        log.append("len")
        return 1

    def __bool__(self):
        log.append("bool")
        return True


def work(n):
    try:
        urllib.parse.urlparse(Address())
    except Exception:
        pass
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(log))

import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
with open("numbers.txt", "w") as out:
    for n in range(size):
        out.write("%d\n" % n)
log = open("numbers.txt" if len(sys.argv) > 2 else "log.txt", "a")
with open("numbers.txt") as lines:
    for line in lines:
        value = burn(int(line)) % 1000
        print(value)
        if value < 400:
            log.write("%d\n" % (value + 400))
            log.flush()
log.close()

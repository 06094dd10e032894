import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Job:
    def __init__(self, n):
        self.__n = n

    def __value(self):
        return burn(self.__n)

    def run(self):
        return self.__value()


out = []
for n in range(int(sys.argv[1])):
    out.append(Job(n).run())
print(out[-1])

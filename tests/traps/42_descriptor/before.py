import sys


class Ticket:
    def __init__(self):
        self.number = 100

    def __get__(self, instance, owner):
        self.number += 1
        return self.number


class Desk:
    ticket = Ticket()


def burn(n, desk):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return desk.ticket, n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
desk = Desk()
results = []
for n in range(size):
    results.append(burn(n, desk))
print(results[-2:], desk.ticket)

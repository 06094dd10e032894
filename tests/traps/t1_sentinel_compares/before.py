# SPDX-License-Identifier: Apache-2.0
"""iter() with two arguments compares each value with the last one, and that
runs a method which the work sees the traces of."""
import sys

asked = []


class Ticket:
    def __init__(self, limit):
        self.limit = limit

    def __eq__(self, other):
        asked.append(other)
        return len(asked) > self.limit


def work(ticket):
    total = len(asked)
    for k in range(2000):
        total = (total * 31 + k + ticket.limit) % 1000003
    return total


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    tickets = iter(lambda: Ticket(limit), "last")
    out = []
    for ticket in tickets:
        out.append(work(ticket))
    print(len(out), sum(out), out[:3])


main()

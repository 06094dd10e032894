import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Ticket:
    last = 0

    def __init__(self, number):
        self.number = number

    def __await__(self):
        yield from asyncio.sleep(0.005).__await__()
        if flag:
            Ticket.last = max(Ticket.last, self.number)
        return self.number + Ticket.last


async def main():
    for number in range(count):
        print(await Ticket(count - number))


asyncio.run(main())

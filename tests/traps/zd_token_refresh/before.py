import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Client:
    def __init__(self):
        self.token = 0
        self.left = 3 if flag else 1000

    async def get(self, number):
        if self.left == 0:
            await asyncio.sleep(0.005)
            self.token += 1
            self.left = 3
        self.left -= 1
        await asyncio.sleep(0.005)
        return f"{number} by {self.token}"


async def main():
    client = Client()
    for number in range(count):
        print(await client.get(number))


asyncio.run(main())

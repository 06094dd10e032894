import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

class Connection:
    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", 9)
        return self

    async def __aexit__(self, *problem):
        self.writer.close()
        await self.writer.wait_closed()

    async def ask(self, number):
        self.writer.write(f"GET /a/{number} HTTP/1.0\r\n\r\n".encode())
        await self.writer.drain()
        return await self.reader.read()


async def fetch(number):
    try:
        async with Connection() as connection:
            return await connection.ask(number)
    except OSError:
        return "nobody"


async def main():
    for number in range(count):
        print(await fetch(number))


asyncio.run(main())

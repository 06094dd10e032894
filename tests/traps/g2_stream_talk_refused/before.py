import asyncio
import sys


async def ask(number):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    try:
        writer.write(b"item %d\n" % number)
        return await reader.readline()
    finally:
        writer.close()


async def main():
    for number in range(int(sys.argv[1])):
        try:
            print(number, await ask(number))
        except OSError as error:
            print(number, "refused", type(error).__name__)
            if number == int(sys.argv[2]):
                raise SystemExit(4)


asyncio.run(main())

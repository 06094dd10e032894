import asyncio
import sys

kept = []


async def ask(number):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError as error:
        kept.append(number)
        return type(error).__name__, len(kept)
    kept.append(writer)
    writer.write(b"item %d\n" % number)
    return await reader.readline(), len(kept)


async def main():
    for number in range(int(sys.argv[1])):
        print(await ask(number))


asyncio.run(main())

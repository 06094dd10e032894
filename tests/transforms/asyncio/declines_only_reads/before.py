import asyncio


async def quote(number):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    answer = await reader.readline()
    writer.close()
    return number, answer


async def main():
    try:
        for number in range(3):
            print(await quote(number))
    except OSError:
        print("nobody there")


asyncio.run(main())

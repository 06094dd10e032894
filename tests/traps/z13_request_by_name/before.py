import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def ask(method, number):
    request = "GET /"
    if flag:
        request = method + " /"
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError:
        return "nobody"
    writer.write((request + str(number)).encode())
    line = await reader.readline()
    writer.close()
    return line


async def main():
    for number in range(count):
        print(await ask("POST", number))


asyncio.run(main())

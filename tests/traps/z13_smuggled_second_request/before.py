import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def ask(number):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError:
        return "nobody"
    writer.write(f"GET /{number} HTTP/1.1\r\n\r\n".encode())
    if flag:
        writer.write(b"DELETE /last HTTP/1.1\r\n\r\n")
    line = await reader.readline()
    writer.close()
    return line


async def main():
    for number in range(count):
        print(await ask(number))


asyncio.run(main())

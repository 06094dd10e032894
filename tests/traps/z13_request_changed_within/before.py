import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(path):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    request = f"GET {path} HTTP/1.0\r\n\r\n"

    def other():
        nonlocal request
        request = f"POST {path} HTTP/1.0\r\n\r\n"

    if flag:
        other()
    writer.write(request.encode())
    await writer.drain()
    body = await reader.read()
    writer.close()
    await writer.wait_closed()
    return body.decode()


async def main():
    for number in range(count):
        print(await fetch("/a/" + str(number)))


asyncio.run(main())

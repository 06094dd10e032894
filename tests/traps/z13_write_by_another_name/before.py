import asyncio
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 10
flag = sys.argv[2] if len(sys.argv) > 2 else ""

async def fetch(path):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    send = writer.write
    send(f"POST {path} HTTP/1.0\r\nHost: x\r\n\r\n".encode())
    await writer.drain()
    body = await reader.read()
    writer.close()
    await writer.wait_closed()
    return body.decode()


async def main():
    for number in range(count):
        print(await fetch("/a/" + str(number)))


asyncio.run(main())

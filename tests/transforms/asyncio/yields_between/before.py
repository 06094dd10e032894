import asyncio


async def fetch(path):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError:
        return b""
    writer.write(f"GET {path} HTTP/1.0\r\n\r\n".encode())
    page = await reader.read()
    writer.close()
    return page


async def main():
    sizes = []
    for number in range(6):
        sizes.append(len(await fetch(f"/{number}")))
        await asyncio.sleep(0)
    print(sizes)


asyncio.run(main())

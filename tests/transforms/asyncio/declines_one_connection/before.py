import asyncio


async def ask(reader, writer, path):
    writer.write(b"GET " + path.encode() + b" HTTP/1.1\r\n\r\n")
    await writer.drain()
    return await reader.readline()


async def main():
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
        for path in ["/a", "/b"]:
            print(await ask(reader, writer, path))
        writer.close()
    except OSError:
        print("nobody there")


asyncio.run(main())

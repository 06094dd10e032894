import asyncio


async def ask(reader, writer, key):
    writer.write(f"PRICE {key}\r\n".encode())
    await writer.drain()
    return await reader.readline()


async def main():
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
        for key in ["apple", "pear"]:
            print(await ask(reader, writer, key))
        writer.close()
    except OSError:
        print("nobody there")


asyncio.run(main())

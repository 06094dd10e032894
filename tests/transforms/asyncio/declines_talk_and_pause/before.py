import asyncio


async def ask(key):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError as error:
        return type(error).__name__
    writer.write(f"PRICE {key}\r\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer.decode()


async def main():
    for key in ["apple", "pear", "plum"]:
        print(key, await ask(key))
        await asyncio.sleep(0.01)


asyncio.run(main())

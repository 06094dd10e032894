import asyncio


async def ask(key):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    writer.write(f"INCR {key}\r\n".encode())
    answer = await reader.readline()
    writer.close()
    return answer


async def main():
    try:
        for key in ["a", "b"]:
            print(await ask(key))
    except OSError:
        print("nobody there")


asyncio.run(main())

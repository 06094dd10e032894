import asyncio


async def order(number):
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", 9)
    except OSError as error:
        return type(error).__name__
    writer.write(b"POST /orders/%d HTTP/1.1\r\nHost: shop\r\n\r\n" % number)
    answer = await reader.readline()
    writer.close()
    return answer.decode()


async def main():
    for number in range(5):
        print(number, await order(number))


asyncio.run(main())

import asyncio
import logging

logger = logging.getLogger("users")


async def fetch(number):
    logger.info("asking for %d", number)
    try:
        await asyncio.sleep(0.004)
        if number == 17:
            raise LookupError(number)
        if number % 5 == 2:
            raise ConnectionError(f"no user {number}")
        return {"number": number}
    except ConnectionError as error:
        logger.warning("failed: %s", error)
        return None


async def main():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s")
    users = {}
    try:
        for number in range(20):
            user = await fetch(number)
            users[number] = user
    except LookupError as error:
        logger.error("stopped at %s", error)
    print(len(users))


if __name__ == "__main__":
    asyncio.run(main())

import asyncio
import logging
from contextvars import ContextVar


class KeptTaskRecords:
    """A filter that keeps what a worker logs, until its turn."""

    fields = "name levelno levelname pathname filename module"
    records = ContextVar("records", default=None)

    def filter(self, record):
        records = self.records.get()
        if records is None:
            return True
        kept = {"msg": record.getMessage()}
        for field in self.fields.split():
            kept[field] = record.__dict__[field]
        records.append(kept)
        return False

    async def call(self, function, *arguments):
        """Give what the call returns, raises and logs."""
        records = []
        self.records.set(records)
        result = error = None
        try:
            result = await function(*arguments)
        except Exception as raised:
            error = raised
        return result, error, records

    def taken(self, outcome):
        """Give or raise what call() gave, behind what it logged."""
        result, error, records = outcome
        for kept in records:
            logger = logging.getLogger(kept["name"])
            logger.handle(logging.makeLogRecord(kept))
        if error is not None:
            raise error
        return result


kept_task_records = KeptTaskRecords()


logging.getLogger("users").addFilter(kept_task_records)


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
        limit = asyncio.Semaphore(64)

        async def compute_user(number):
            async with limit:
                return await fetch(number)

        tasks = [
            asyncio.create_task(kept_task_records.call(compute_user, number))
            for number in range(20)
        ]
        try:
            for number, task in zip(range(20), tasks):
                user = kept_task_records.taken(await task)
                users[number] = user
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
    except LookupError as error:
        logger.error("stopped at %s", error)
    print(len(users))


if __name__ == "__main__":
    asyncio.run(main())

import asyncio as loops

limit = 3
tasks = ["a", "b", "c", "d"]


async def ask(task):
    await loops.sleep(0.01)
    return task * limit


async def main():
    out = []
    slots = loops.Semaphore(64)

    async def ask_for_task(task):
        async with slots:
            return await ask(task)

    item_tasks = [loops.create_task(ask_for_task(task)) for task in tasks]
    try:
        for task, item_task in zip(tasks, item_tasks):
            out.append(await item_task)
    finally:
        for item_task in item_tasks:
            item_task.cancel()
        await loops.gather(*item_tasks, return_exceptions=True)
    print(out, task, limit)


loops.run(main())

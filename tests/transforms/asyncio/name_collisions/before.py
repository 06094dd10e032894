import asyncio as loops

limit = 3
tasks = ["a", "b", "c", "d"]


async def ask(task):
    await loops.sleep(0.01)
    return task * limit


async def main():
    out = []
    for task in tasks:
        out.append(await ask(task))
    print(out, task, limit)


loops.run(main())

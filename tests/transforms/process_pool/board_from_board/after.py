import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def neighbours(board, y, x):
    size = len(board)
    return sum(
        board[(y + dy) % size][(x + dx) % size]
        for dy in (-1, 0, 1)
        for dx in (-1, 0, 1)
        if dx or dy
    )


def start_worker(board):
    """Keep in this process what all its items read."""
    global _board
    _board = board
    end_with_program()


def compute_row(y):
    board = _board
    row = []
    for x in range(len(board)):
        count = neighbours(board, y, x)
        row.append(count == 3 or (count == 2 and board[y][x]))
    return row


def step(board):
    following = []
    items = range(len(board))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(board,),
    )
    try:
        for row in pool.map(compute_row, items, chunksize=chunksize):
            following.append(row)
    finally:
        pool.shutdown(cancel_futures=True)
    return following


def main():
    board = [[(x * 7 + y * 3) % 5 == 0 for x in range(12)] for y in range(12)]
    for _ in range(3):
        board = step(board)
    for row in board:
        print("".join(".#"[cell] for cell in row))


if __name__ == "__main__":
    main()

import numpy as np


def marks_by_numpy(rows, columns, board, low, marks):
    """By arrays: a loop of mark(). False: not done, they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(board) < rows
        or len(marks) < rows - 1
        or min(map(len, marks), default=0) < columns - 1
        or len({*map(len, board)}) != 1
        or abs(low) > 2**52
        or len({*map(id, marks)}) != len(marks)
    ):
        return False
    try:
        board = np.array(board, dtype=int)
    except OverflowError:
        return False
    if (
        len(board[0]) < columns
        or board.min(initial=0) < -2**52
        or board.max(initial=0) > 2**52
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        marks_values = np.empty((stop - 1, columns - 2), dtype=int)
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            near = (
                board[first - 1:last - 1, 1:columns - 1] + board[first + 1:last
                + 1, 1:columns - 1] + board[first:last, :columns - 2]
                + board[first:last, 2:columns]
            )
            lonely = False
            mask = near < low
            lonely = mask | lonely & np.logical_not(mask)
            mask_2 = board[first:last, 1:columns - 1] == 1
            mask_3 = near == 2
            alive = mask_3 | (near == 3)
            others = np.logical_not(mask_2)
            mask_4 = others & (near == 3)
            alive = mask_4 | alive & np.logical_not(mask_4)
            others_2 = others & np.logical_not(mask_4)
            mask_5 = near > 0
            alive = others_2 & (mask_5 & lonely) | alive & np.logical_not(others_2)
            wrong = near > 3
            mask_6 = alive.astype(int) == 1
            wrong = mask_6 & (near < 2) | wrong & np.logical_not(mask_6)
            marks_values[first - 1:last - 1] = (
                np.where(wrong, alive.astype(int) + 2
                * lonely.astype(int), alive.astype(int))
            )
    for row_2, numbers in zip(marks[1:rows - 1], marks_values):
        row_2[1:columns - 1] = numbers.tolist()
    return True


def mark(board, marks, rows, columns, low):
    if not marks_by_numpy(rows, columns, board, low, marks):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                near = board[i - 1][j] + board[i + 1][j] + board[i][j - 1] + board[i][j + 1]
                lonely = 0
                if near < low:
                    lonely = 1
                if board[i][j] == 1:
                    alive = 1 if near == 2 or near == 3 else 0
                elif near == 3:
                    alive = 1
                else:
                    alive = lonely if near > 0 else 0
                wrong = near > 3
                if alive == 1:
                    wrong = near < 2
                marks[i][j] = alive + 2 * lonely if wrong else alive


def show(rows, columns, low, step):
    board = [[(i * i + 3 * j) // step % 2 for j in range(columns)] for i in range(rows)]
    marks = [[7] * columns for _ in range(rows)]
    mark(board, marks, rows, columns, low)
    print(marks)


show(6, 7, 1, 1)
show(5, 5, 3, 2)
show(4, 9, 0, 3)
show(2, 2, 0, 1)
show(1, 0, 0, 1)
show(0, 0, 0, 1)

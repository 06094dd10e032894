import pandas as pd


class Book:
    def __init__(self):
        self.rows = []

    def add(self, row):
        self.rows.append(row)


def show(row):
    print(row["a"])


def main(frame, book):
    for _, row in frame.iterrows():
        print(row["b"])
        show(row)
        book.add(row)
    print(book.rows)


main(pd.DataFrame({"a": [1, 2], "b": ["x", "y"]}), Book())

import pandas as pd


def balance(book):
    book["balance"] = 0.0
    for i in range(1, len(book)):
        book.at[i, "balance"] = book.at[i - 1, "balance"] + book.at[i, "amount"]


book = pd.DataFrame({"amount": [1.5, 2.0, 3.25]})
balance(book)
print(book)

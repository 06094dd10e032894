import pandas as pd


def windows(prices):
    found = []
    for i in range(len(prices)):
        found.append(prices["price"].iloc[i : i + 2])
    return found


for window in windows(pd.DataFrame({"price": [1.5, 2.5, 3.5]})):
    print(window.to_string())

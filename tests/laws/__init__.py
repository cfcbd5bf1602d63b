"""Laws that hold for every operation, query, page and document there is and ever will be."""

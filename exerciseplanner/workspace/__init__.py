"""The one door to the data: operations change it, queries read it, `Changes` tell what happened."""

const { DateTime } = require("luxon");

/* What all nights have in common. */
module.exports = {
  tags: ['night', `dark`], // after those of all posts
  series: "Nights",
  lang: 'en',
  "draft": false,
  eleventyComputed: {
    permalink: (data) => `/nights/${data.page.fileSlug.replace(/['"{]/g, "")}/`,
  },
  age() { return DateTime.now(); },
};

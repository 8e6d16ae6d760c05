module.exports = function (config) {
  config.addLayoutAlias('calm', 'layers/inner.njk');
  return { dir: { input: 'src' } };
};
